import { paint } from "../paint.ts";
import { Thistle } from "./thistle.tsx";

const BUSHES = [
  "translate(60 412) scale(1.2) rotate(-6)",
  "translate(108 424) scale(0.86) rotate(5)",
  "translate(26 430) scale(0.7) rotate(-10)",
  "translate(628 404) scale(1.25) rotate(6)",
  "translate(680 424) scale(0.9) rotate(10)",
  "translate(586 424) scale(0.72) rotate(-5)",
];

/** The scene of the front page: a dog and a cat look at the evening from a hill. */
export function HillFriends() {
  return (
    <svg className="hill-friends" viewBox="0 0 720 440" aria-hidden="true">
      <circle cx={380} cy={196} r={168} fill={paint.honey} />
      <circle cx={380} cy={196} r={128} fill={paint.butter} />
      <g fill={paint.chalk} opacity={0.9}>
        <path d="M86 118 q10 -34 46 -22 q26 -28 54 2 q34 -4 34 20 Z" />
        <path d="M560 84 q8 -24 34 -16 q20 -22 40 2 q26 -2 24 14 Z" />
      </g>
      <g fill="none" stroke={paint.plum} strokeWidth={4} strokeLinecap="round">
        <path d="M250 76 q10 -12 18 0 q8 -12 18 0" />
        <path d="M300 50 q7 -9 13 0 q6 -9 13 0" />
      </g>
      <path
        d="M-560 440 Q-180 400 0 330 Q140 250 320 318 Q500 232 720 310 T1900 330 V440 Z"
        fill={paint.sage}
      />
      <path
        d="M-420 440 Q-120 440 0 400 Q190 318 400 362 Q580 330 720 392 T1900 380 V440 Z"
        fill={paint.leaf}
      />
      <path
        d="M-200 440 Q-60 440 0 430 Q240 376 420 390 Q600 388 720 424 T1900 424 V440 Z"
        fill={paint.moss}
      />
      <Dog />
      <Cat />
      <Tails />
      {BUSHES.map((transform) => (
        <Thistle key={transform} transform={transform} />
      ))}
    </svg>
  );
}

function Dog() {
  return (
    <>
      <path
        d="M222 392 Q214 306 256 254 Q264 206 300 204 Q336 206 344 254 Q386 306 378 392 Q300 402 222 392 Z"
        fill={paint.wood}
      />
      <path d="M222 392 Q216 330 246 300 Q270 330 262 396 Z" fill={paint.bark} opacity={0.35} />
      <path d="M378 392 Q384 330 354 300 Q330 330 338 396 Z" fill={paint.bark} opacity={0.35} />
      <ellipse cx={300} cy={176} rx={54} ry={48} fill={paint.wood} />
      <path d="M262 142 Q228 146 232 206 Q238 230 254 218 Q268 190 270 150 Z" fill={paint.bark} />
      <path d="M338 142 Q372 146 368 206 Q362 230 346 218 Q332 190 330 150 Z" fill={paint.bark} />
      <path d="M276 134 Q300 118 326 134 Q318 164 300 166 Q282 164 276 134 Z" fill={paint.oak} />
      <path d="M261 228 Q300 248 339 228 L342 244 Q300 264 258 244 Z" fill={paint.coral} />
    </>
  );
}

function Cat() {
  return (
    <>
      <path
        d="M424 392 Q416 322 446 274 Q454 240 480 238 Q506 240 514 274 Q544 322 536 392 Q480 402 424 392 Z"
        fill={paint.ink}
      />
      <path d="M440 214 L432 160 L462 182 Q480 176 498 182 L528 160 L520 214 Z" fill={paint.ink} />
      <ellipse cx={480} cy={212} rx={44} ry={38} fill={paint.ink} />
      <path d="M455 247 Q480 261 505 247 L509 260 Q480 275 451 260 Z" fill={paint.marigold} />
      <path
        d="M444 360 Q452 386 446 394 M516 360 Q508 386 514 394"
        stroke={paint.plum}
        strokeWidth={5}
        strokeLinecap="round"
        fill="none"
      />
    </>
  );
}

function Tails() {
  return (
    <g fill="none" strokeWidth={14} strokeLinecap="round">
      <path
        d="M470 388 Q422 398 403 378 C448 344 446 304 422 302 Q406 302 403 322"
        stroke={paint.ink}
      />
      <path
        d="M316 386 Q378 402 403 378 C358 344 360 304 384 302 Q400 302 403 322"
        stroke={paint.bark}
      />
    </g>
  );
}

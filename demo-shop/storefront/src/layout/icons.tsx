import type { ReactNode } from "react";

/** Icons are drawn with the color of the text around them, which also says what they mean. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx={11} cy={11} r={6.5} />
      <path d="m16 16 4.5 4.5" />
    </Icon>
  );
}

export function BasketIcon() {
  return (
    <Icon>
      <path d="M3.5 9.5h17l-1.8 9a2 2 0 0 1-2 1.5H7.3a2 2 0 0 1-2-1.5z" />
      <path d="m8 9.5 2.8-6M16 9.5l-2.8-6M9.5 13v3.5M14.5 13v3.5" />
    </Icon>
  );
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx={12} cy={8} r={4} />
      <path d="M4 20.5c.8-4 4-6 8-6s7.2 2 8 6" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m6 6 12 12M18 6 6 18" />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M12 5.5v13M5.5 12h13" />
    </Icon>
  );
}

export function TruckIcon() {
  return (
    <Icon>
      <path d="M2.5 6h11v10.5h-11zM13.5 9.5H18l3.5 3.5v3.5h-8z" />
      <circle cx={7} cy={17.5} r={2} />
      <circle cx={17} cy={17.5} r={2} />
    </Icon>
  );
}

export function ReturnIcon() {
  return (
    <Icon>
      <path d="M8 4.5 4 8.5l4 4" />
      <path d="M4 8.5h10a5.5 5.5 0 0 1 0 11H8" />
    </Icon>
  );
}

export function HeartIcon() {
  return (
    <Icon>
      <path d="M12 20S3.5 15 3.5 9.2C3.5 6 6 4.5 8 4.5c1.8 0 3.2 1 4 2.5.8-1.5 2.2-2.5 4-2.5 2 0 4.5 1.5 4.5 4.7C20.5 15 12 20 12 20z" />
    </Icon>
  );
}

export function CheckIcon() {
  return (
    <Icon>
      <path d="m4.5 12.5 5 5 10-11" />
    </Icon>
  );
}

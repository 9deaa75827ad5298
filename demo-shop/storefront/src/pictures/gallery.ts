import type { ComponentType } from "react";
import { BirdBath } from "./birds/bird-bath.tsx";
import { FeederHouse } from "./birds/feeder-house.tsx";
import { NestBox } from "./birds/nest-box.tsx";
import { RingSwing } from "./birds/ring-swing.tsx";
import { SongbirdSeed } from "./birds/songbird-seed.tsx";
import { CatnipMice } from "./cats/catnip-mice.tsx";
import { FeatherWand } from "./cats/feather-wand.tsx";
import { FeltCave } from "./cats/felt-cave.tsx";
import { SalmonPate } from "./cats/salmon-pate.tsx";
import { ScratchingPost } from "./cats/scratching-post.tsx";
import { WindowHammock } from "./cats/window-hammock.tsx";
import { HedgehogPlush } from "./dogs/hedgehog-plush.tsx";
import { LeatherCollar } from "./dogs/leather-collar.tsx";
import { OatBiscuits } from "./dogs/oat-biscuits.tsx";
import { RainCoat } from "./dogs/rain-coat.tsx";
import { RopeTug } from "./dogs/rope-tug.tsx";
import { SleepyBed } from "./dogs/sleepy-bed.tsx";
import { StonewareBowl } from "./dogs/stoneware-bowl.tsx";
import { CastleOrnament } from "./fish/castle-ornament.tsx";
import { DailyFlakes } from "./fish/daily-flakes.tsx";
import { JavaFern } from "./fish/java-fern.tsx";
import { RoundAquarium } from "./fish/round-aquarium.tsx";
import { BaskingLamp } from "./reptiles/basking-lamp.tsx";
import { CorkHide } from "./reptiles/cork-hide.tsx";
import { GlassTerrarium } from "./reptiles/glass-terrarium.tsx";
import { ChewGarland } from "./small-animals/chew-garland.tsx";
import { MeadowHay } from "./small-animals/meadow-hay.tsx";
import { QuietWheel } from "./small-animals/quiet-wheel.tsx";
import { RabbitCottage } from "./small-animals/rabbit-cottage.tsx";
import { WillowTunnel } from "./small-animals/willow-tunnel.tsx";

/** What hangs on the wall for one product. */
export interface GalleryPiece {
  Drawing: ComponentType;
  /** Color of the paper behind the drawing. */
  paper: string;
}

const PAPER = {
  butter: "#fdf0cd",
  blush: "#fbe4da",
  lilac: "#ece2f5",
  sage: "#e3eed9",
  sky: "#dceef3",
  water: "#c3e2ea",
  dusk: "#dcd3ea",
} as const;

/** The picture of every product, by the product's id. */
export const GALLERY: Readonly<Record<string, GalleryPiece>> = {
  "rope-tug": { Drawing: RopeTug, paper: PAPER.sage },
  "hedgehog-plush": { Drawing: HedgehogPlush, paper: PAPER.sky },
  "stoneware-bowl": { Drawing: StonewareBowl, paper: PAPER.butter },
  "rain-coat": { Drawing: RainCoat, paper: PAPER.sky },
  "leather-collar": { Drawing: LeatherCollar, paper: PAPER.lilac },
  "oat-biscuits": { Drawing: OatBiscuits, paper: PAPER.blush },
  "sleepy-bed": { Drawing: SleepyBed, paper: PAPER.butter },
  "feather-wand": { Drawing: FeatherWand, paper: PAPER.lilac },
  "scratching-post": { Drawing: ScratchingPost, paper: PAPER.sage },
  "felt-cave": { Drawing: FeltCave, paper: PAPER.blush },
  "catnip-mice": { Drawing: CatnipMice, paper: PAPER.butter },
  "salmon-pate": { Drawing: SalmonPate, paper: PAPER.sky },
  "window-hammock": { Drawing: WindowHammock, paper: PAPER.blush },
  "willow-tunnel": { Drawing: WillowTunnel, paper: PAPER.sage },
  "meadow-hay": { Drawing: MeadowHay, paper: PAPER.sky },
  "quiet-wheel": { Drawing: QuietWheel, paper: PAPER.lilac },
  "rabbit-cottage": { Drawing: RabbitCottage, paper: PAPER.butter },
  "chew-garland": { Drawing: ChewGarland, paper: PAPER.sage },
  "feeder-house": { Drawing: FeederHouse, paper: PAPER.sky },
  "songbird-seed": { Drawing: SongbirdSeed, paper: PAPER.sage },
  "ring-swing": { Drawing: RingSwing, paper: PAPER.blush },
  "nest-box": { Drawing: NestBox, paper: PAPER.sage },
  "bird-bath": { Drawing: BirdBath, paper: PAPER.sage },
  "round-aquarium": { Drawing: RoundAquarium, paper: PAPER.butter },
  "castle-ornament": { Drawing: CastleOrnament, paper: PAPER.water },
  "java-fern": { Drawing: JavaFern, paper: PAPER.water },
  "daily-flakes": { Drawing: DailyFlakes, paper: PAPER.blush },
  "basking-lamp": { Drawing: BaskingLamp, paper: PAPER.dusk },
  "cork-hide": { Drawing: CorkHide, paper: PAPER.butter },
  "glass-terrarium": { Drawing: GlassTerrarium, paper: PAPER.blush },
};

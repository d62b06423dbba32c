/** The icon and the tone of each state: total maps, so that a new state does not compile without its picture. */
import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CircleX,
  Clock,
  FileX,
  LoaderCircle,
  Lock,
  type LucideIcon,
  Paperclip,
  SearchX,
  TriangleAlert,
  Unplug,
} from "lucide-react";
import type { ValidityStatus } from "../src/domain/validity.ts";
import type { SlotLine, SourceLine } from "../src/messages/situation.ts";
import type { Tone } from "./controls.tsx";

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

export const SOURCE_LOOKS: Record<SourceLine["state"], Look> = {
  asking: { icon: LoaderCircle, tone: "plain" },
  delivered: { icon: CircleCheck, tone: "ok" },
  refused: { icon: CircleX, tone: "bad" },
  pending: { icon: Clock, tone: "warn" },
  outOfScope: { icon: CircleMinus, tone: "plain" },
  notFound: { icon: SearchX, tone: "plain" },
  unavailable: { icon: Unplug, tone: "warn" },
  notPermitted: { icon: Lock, tone: "plain" },
  unexpectedShape: { icon: TriangleAlert, tone: "warn" },
};

export const VALIDITY_LOOKS: Record<ValidityStatus, Look> = {
  valid: { icon: CircleCheck, tone: "ok" },
  expiringSoon: { icon: Clock, tone: "warn" },
  expired: { icon: CircleX, tone: "bad" },
  toCheck: { icon: CircleHelp, tone: "warn" },
  unknown: { icon: CircleHelp, tone: "plain" },
};

export const SLOT_LOOKS: Record<SlotLine["status"], Look> = {
  ready: { icon: Paperclip, tone: "accent" },
  ask: { icon: CircleHelp, tone: "warn" },
  missing: { icon: CircleDashed, tone: "bad" },
  attached: { icon: CircleCheck, tone: "ok" },
  failed: { icon: FileX, tone: "bad" },
  taken: { icon: Ban, tone: "plain" },
};

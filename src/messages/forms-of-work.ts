/** What the person chose, answered and had made of forms for one consultation. */
import { z } from "zod";
import { Bid, MadeForms } from "../domain/bid.ts";
import { DumeAnswers, PastGrounds } from "../domain/grounds.ts";
import { Means, MeansChoice } from "../domain/means.ts";
import { KeptPackets } from "../domain/packet.ts";

/** `past`: what the company answered last for another one · `kept`: its means, `null` while the coffre is closed. */
export const FormsOfWork = z.object({
  bid: Bid,
  dume: DumeAnswers,
  means: MeansChoice,
  past: PastGrounds.nullable(),
  forms: MadeForms.nullable(),
  packets: KeptPackets.nullable(),
  kept: Means.nullable(),
});

/** The person's choices and answers for one consultation's forms, and the forms made. */
import { z } from "zod";
import { Bid, MadeForms } from "../domain/bid.ts";
import { DumeAnswers, PastGrounds } from "../domain/grounds.ts";
import { Means, MeansChoice } from "../domain/means.ts";
import { KeptPackets } from "../domain/packet.ts";

/** `past`: the company's last answers for another consultation · `kept`: its means, `null` while the coffre is closed. */
export const FormsOfWork = z.object({
  bid: Bid,
  dume: DumeAnswers,
  means: MeansChoice,
  past: PastGrounds.nullable(),
  forms: MadeForms.nullable(),
  packets: KeptPackets.nullable(),
  kept: Means.nullable(),
});

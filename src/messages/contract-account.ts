/** Messages by which what a page holds of the company is compared with what is known of it. Nothing of it is kept. */
import { z } from "zod";
import type { HeldValue } from "../domain/account.ts";

/** Put together by the background, of readings and texts that were parsed when they came. */
const HeldValueSchema = z.custom<HeldValue>();

/** Longest text of one control that is compared. */
const MOST_LETTERS = 1_000;

export const ACCOUNT_ROWS = {
  /** What the controls of the tab's page hold of the company, and the numbers that it shows: asked when a screen opens, told to it alone. */
  readHeld: {
    to: "background",
    from: "screen",
    input: z.object({ tabId: z.number().int() }),
    output: z.object({ held: z.array(HeldValueSchema), sirets: z.array(z.string()) }),
  },
  /** What these controls hold, as the page shows it. */
  tellHeld: {
    to: "content",
    from: "background",
    input: z.object({ ids: z.array(z.string()).max(200) }),
    output: z.object({ held: z.array(z.object({ id: z.string(), text: z.string().max(MOST_LETTERS) })) }),
  },
} as const;

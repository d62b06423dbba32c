/** The map of the background's messages is total, whichever file a handler lies in. */
import { expect, test } from "vitest";
import type { Handles } from "../../src/background/context.ts";
import { companyHandlers } from "../../src/background/handlers/company.ts";
import { consultationsHandlers } from "../../src/background/handlers/consultations.ts";
import { dossierHandlers } from "../../src/background/handlers/dossier.ts";
import { formsHandlers } from "../../src/background/handlers/forms.ts";
import { lessonsHandlers } from "../../src/background/handlers/lessons.ts";
import { pageHandlers } from "../../src/background/handlers/page.ts";
import { readerHandlers } from "../../src/background/handlers/reader.ts";
import { serviceHandlers } from "../../src/background/handlers/service.ts";
import { settingsHandlers } from "../../src/background/handlers/settings.ts";
import { CONTRACT, type Handlers } from "../../src/messages/contract.ts";

const SUBJECTS = [
  readerHandlers,
  pageHandlers,
  lessonsHandlers,
  companyHandlers,
  serviceHandlers,
  dossierHandlers,
  formsHandlers,
  consultationsHandlers,
  settingsHandlers,
];

test("every message to the background has one handler, in one file", () => {
  const nothing = {} as Parameters<(typeof SUBJECTS)[number]>[0];
  const handled = SUBJECTS.flatMap((handlersOf) => Object.keys(handlersOf(nothing)));
  const sent = Object.entries(CONTRACT).flatMap(([name, { to }]) => (to === "background" ? [name] : []));
  expect(handled.toSorted()).toEqual(sent.toSorted());
});

test("a handler that is missing, misspelt or unknown does not compile", () => {
  const language: Handles<"chooseLanguage"> = { chooseLanguage: async () => ({}) };
  // @ts-expect-error: the others are missing.
  const total: Handlers<"background"> = { ...language };
  // @ts-expect-error: no message has that name.
  type Misspelt = Handles<"chooseLangage">;
  // @ts-expect-error: the message is another subject's.
  const other: Handles<"chooseLanguage"> = { ...language, eraseAll: async () => ({}) };
  expect<(object | Misspelt)[]>([total, other]).toHaveLength(2);
});

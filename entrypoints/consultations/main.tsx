/** The page of « Mes consultations ». What it shows is asked in the first turn, which also wakes the background; the code that draws comes meanwhile. */
import "../../components/tokens.css";
import { languageChosen } from "../../src/messages/bus-language.ts";
import { outputOf } from "../../src/messages/bus-screen.ts";
import { askedFirst } from "../../src/messages/first-question.ts";

const language = languageChosen();
const asked = askedFirst().reply.then((reply) => outputOf("readConsultations", reply));
// Whoever awaits it gets the failure.
asked.catch(() => undefined);
void import("./app.tsx").then(({ start }) => start(asked, language)).catch(reportError);

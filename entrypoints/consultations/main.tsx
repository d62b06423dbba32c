/** The page of « Mes consultations ». What it shows is asked in the first turn, which also wakes the background; the code that draws comes meanwhile. */
import "../../components/tokens.css";
import { languageChosen } from "../../src/messages/bus-language.ts";
import { send } from "../../src/messages/bus-screen.ts";

const language = languageChosen();
const asked = send("readConsultations", {});
// Whoever awaits it gets the failure.
asked.catch(() => undefined);
void import("./app.tsx").then(({ start }) => start(asked, language)).catch(reportError);

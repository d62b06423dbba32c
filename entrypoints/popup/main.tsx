/**
 * The popup; the same screen in the side panel, which follows the active tab, and in a tab: `popup.html?tab=<id>` names the tab it
 * works on. What the screen needs to know is asked in the first turn, which also wakes the background; the code that draws comes meanwhile.
 */
import "../../components/tokens.css";
import "./popup.css";
import { languageChosen } from "../../src/messages/bus-language.ts";
import { askAbout } from "../../src/messages/bus-opening.ts";
import { outputOf } from "../../src/messages/bus-screen.ts";
import { askedFirst } from "../../src/messages/first-question.ts";

const named = new URLSearchParams(location.search).get("tab");
document.documentElement.classList.toggle("popup", named === null && location.pathname === "/popup.html");

const language = languageChosen();
const first = askedFirst();
const situation = first.reply.then((reply) => outputOf("show", reply));
const asked = first.tabId.then((tabId) => askAbout(tabId, situation));
void import("./app.tsx").then(({ start }) => start(asked, language, { follows: named === null })).catch(reportError);

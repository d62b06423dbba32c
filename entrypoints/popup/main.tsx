/**
 * The popup; the same screen in the side panel, which follows the active tab, and in a tab: `popup.html?tab=<id>` names the tab it
 * works on. What the screen needs to know is asked in the first turn, which also wakes the background; the code that draws comes meanwhile.
 */
import "../../components/tokens.css";
import "./popup.css";
import { languageChosen } from "../../src/messages/bus-language.ts";
import { activeTab, askAbout } from "../../src/messages/bus-opening.ts";

const named = new URLSearchParams(location.search).get("tab");
document.documentElement.classList.toggle("popup", named === null && location.pathname === "/popup.html");

const language = languageChosen();
const asked = (named === null ? activeTab() : Promise.resolve(Number(named))).then(askAbout);
void import("./app.tsx").then(({ start }) => start(asked, language, { follows: named === null })).catch(reportError);

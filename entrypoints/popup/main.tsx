/** The popup, and the same screen in a tab: `popup.html?tab=<id>` names the tab it works on. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import browser from "webextension-polyfill";
import { LiveScreen } from "../../components/LiveScreen.tsx";
import "../../components/tokens.css";
import "../../components/controls.css";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import { actionsFor } from "./actions.ts";
import "./popup.css";

const named = new URLSearchParams(location.search).get("tab");
document.documentElement.classList.toggle("popup", named === null);
const tabId = named === null ? ((await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null) : Number(named);

const read = () => send("show", { tabId });

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LiveScreen read={read} onChange={onChange} actions={actionsFor(tabId, read)} />
    </StrictMode>,
  );
}

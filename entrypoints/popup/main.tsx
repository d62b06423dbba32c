/**
 * The popup; the same screen in the side panel, which follows the active tab, and in a tab: `popup.html?tab=<id>` names the tab it
 * works on.
 */
import { useCallback, useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { LiveScreen } from "../../components/LiveScreen.tsx";
import { mount } from "../../components/mount.tsx";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import { actionsFor } from "./actions.ts";
import "./popup.css";

async function activeTab(): Promise<number | null> {
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null;
}

function App({ first, follows }: { readonly first: number | null; readonly follows: boolean }) {
  const [tabId, setTabId] = useState(first);
  useEffect(() => {
    if (!follows) return undefined;
    const follow = async () => setTabId(await activeTab());
    browser.tabs.onActivated.addListener(follow);
    return () => browser.tabs.onActivated.removeListener(follow);
  }, [follows]);
  const read = useCallback(() => send("show", { tabId }), [tabId]);
  const actions = useMemo(() => actionsFor(tabId, read), [tabId, read]);
  return <LiveScreen key={tabId} read={read} onChange={onChange} actions={actions} />;
}

const named = new URLSearchParams(location.search).get("tab");
document.documentElement.classList.toggle("popup", named === null && location.pathname === "/popup.html");
const first = named === null ? await activeTab() : Number(named);

await mount(<App first={first} follows={named === null} />, (m) => m.app.name);

/**
 * The popup; the same screen in the side panel, which follows the active tab, and in a tab: `popup.html?tab=<id>` names the tab it
 * works on.
 */
import { useCallback, useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { LiveScreen } from "../../components/LiveScreen.tsx";
import { mount } from "../../components/mount.tsx";
import { onChange, send } from "../../src/messages/bus-screen.ts";
import { KeptScreen, NOTHING_KEPT } from "../../src/messages/kept-screen.ts";
import { keyOfScreen } from "../../src/messages/screen-keys.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { actionsFor } from "./actions.ts";
import "./popup.css";

async function activeTab(): Promise<number | null> {
  return (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null;
}

const cells = cellsOf(storeOf(browser.storage.session));
const keptCell = (tabId: number | null) => cells(keyOfScreen(tabId), KeptScreen, NOTHING_KEPT);

interface OnTab {
  readonly tabId: number | null;
  readonly kept: KeptScreen;
}

/** The page is looked at before its situation is asked: what is drawn first is what it holds. */
async function recall(tabId: number | null): Promise<OnTab> {
  const [kept] = await Promise.all([keptCell(tabId).read(), tabId === null ? null : send("lookAt", { tabId }).catch(() => null)]);
  return { tabId, kept };
}

function App({ first, follows }: { readonly first: OnTab; readonly follows: boolean }) {
  const [{ tabId, kept }, setTab] = useState(first);
  useEffect(() => {
    if (!follows) return undefined;
    const follow = async () => setTab(await recall(await activeTab()));
    browser.tabs.onActivated.addListener(follow);
    return () => browser.tabs.onActivated.removeListener(follow);
  }, [follows]);
  // The next page in the same tab: what it tells changes the situation, which is drawn again.
  useEffect(() => {
    const look = (loaded: number, { status }: { readonly status?: string }) => {
      if (loaded === tabId && status === "complete") void send("lookAt", { tabId: loaded }).catch(() => undefined);
    };
    browser.tabs.onUpdated.addListener(look);
    return () => browser.tabs.onUpdated.removeListener(look);
  }, [tabId]);
  const read = useCallback(() => send("show", { tabId }), [tabId]);
  const actions = useMemo(() => actionsFor(tabId, read), [tabId, read]);
  const memory = useMemo(
    () => ({
      first: kept,
      keep: (next: KeptScreen) =>
        void keptCell(tabId)
          .update(() => next)
          .catch(reportError),
    }),
    [tabId, kept],
  );
  return <LiveScreen key={tabId} read={read} onChange={onChange} actions={actions} memory={memory} />;
}

const named = new URLSearchParams(location.search).get("tab");
document.documentElement.classList.toggle("popup", named === null && location.pathname === "/popup.html");
const first = await recall(named === null ? await activeTab() : Number(named));

await mount(<App first={first} follows={named === null} />, (m) => m.app.name);

/** The screen on one tab: drawn once its situation is known, turned to another tab where it follows the active one. */
import { useCallback, useEffect, useMemo, useState } from "react";
import browser from "webextension-polyfill";
import { LiveScreen } from "../../components/LiveScreen.tsx";
import { mount } from "../../components/mount.tsx";
import { News } from "../../components/News.tsx";
import { writeKept } from "../../src/messages/bus-kept.ts";
import type { languageChosen } from "../../src/messages/bus-language.ts";
import { type Asked, activeTab, askAbout } from "../../src/messages/bus-opening.ts";
import { onChange, onceThen, send } from "../../src/messages/bus-screen.ts";
import type { KeptScreen } from "../../src/messages/kept-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { actionsFor } from "./actions.ts";
import { useNews } from "./news.ts";

interface AppProps {
  readonly first: Asked;
  /** Its situation, when it came before anything was drawn. */
  readonly drawn: Situation | null;
  /** The screen turns to the tab that the person looks at. */
  readonly follows: boolean;
}

function App({ first, drawn, follows }: AppProps) {
  const [asked, setAsked] = useState(first);
  const { tabId, kept } = asked;
  const news = useNews();
  useEffect(() => {
    if (!follows) return undefined;
    const follow = async () => setAsked(await askAbout(await activeTab()));
    browser.tabs.onActivated.addListener(follow);
    return () => browser.tabs.onActivated.removeListener(follow);
  }, [follows]);
  // When the tab loads its next page, has it read: the situation changes, and is drawn again.
  useEffect(() => {
    const look = (loaded: number, { status }: { readonly status?: string }) => {
      if (loaded === tabId && status === "complete") void send("lookAt", { tabId: loaded }).catch(() => undefined);
    };
    browser.tabs.onUpdated.addListener(look);
    return () => browser.tabs.onUpdated.removeListener(look);
  }, [tabId]);
  const show = useCallback(() => send("show", { tabId }), [tabId]);
  const read = useMemo(() => onceThen(asked.situation, show), [asked, show]);
  const actions = useMemo(() => actionsFor(tabId, show), [tabId, show]);
  const memory = useMemo(
    () => ({ first: kept, keep: (next: KeptScreen) => void writeKept(tabId, next).catch(reportError) }),
    [tabId, kept],
  );
  return (
    <LiveScreen
      key={tabId}
      read={read}
      known={asked === first ? drawn : null}
      onChange={onChange}
      actions={actions}
      memory={memory}
      news={<News releases={news.releases} onClose={news.close} />}
    />
  );
}

/** The first look stays until there is something to draw. */
export async function start(
  asked: Promise<Asked>,
  language: ReturnType<typeof languageChosen>,
  { follows }: Pick<AppProps, "follows">,
): Promise<void> {
  const first = await asked;
  await mount(
    (drawn: Situation | null) => <App first={first} drawn={drawn} follows={follows} />,
    (m) => m.app.name,
    { language, answer: first.situation },
  );
}

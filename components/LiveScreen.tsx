/** The screen of the popup and the side panel, following its situation. */
import { Screen, type ScreenProps } from "./Screen.tsx";
import { type SituationFeed, useSituation } from "./useSituation.ts";
import { useWords } from "./words.tsx";

export function LiveScreen({ actions, memory, news, ...feed }: SituationFeed & Pick<ScreenProps, "actions" | "memory" | "news">) {
  const { m } = useWords();
  const { situation, broken } = useSituation(feed);
  if (situation === null) return <p className="empty">{broken ? m.app.broken : m.app.loading}</p>;
  return <Screen situation={situation} actions={actions} memory={memory} news={news} now={new Date()} />;
}

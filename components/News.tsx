/** After an update, once: what the new version brought, folded, in one line. */
import type { Release } from "../src/domain/releases.ts";
import { Button } from "./controls.tsx";
import "./News.css";
import { useWords } from "./words.tsx";

interface NewsProps {
  readonly releases: readonly Release[];
  readonly onClose: () => void;
}

export function News({ releases, onClose }: NewsProps) {
  const { m, language } = useWords();
  const [last] = releases;
  if (last === undefined) return null;
  return (
    <aside className="news" aria-label={m.news.title(last.version)}>
      <details>
        <summary>{m.news.title(last.version)}</summary>
        {releases.map((release) => (
          <div key={release.version}>
            {releases.length > 1 && <strong>{release.version}</strong>}
            <ul>
              {release[language].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </details>
      <Button look="link" onPress={onClose}>
        {m.news.close}
      </Button>
    </aside>
  );
}

/** A saved page is the folder that the evaluation takes: frames in their places, and labels of what was read and said. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { labelledPages } from "../../scripts/evaluation/labels.ts";
import { folderOf } from "../../scripts/evaluation/saved.ts";
import { type CopiedFrame, corpusZip, type ReadFrame, savedPage } from "../../src/saving/corpus.ts";

const place = (selector: string, shadow?: string) => (shadow === undefined ? { selector } : { selector, shadow });
const copy = (path: number[], html: string, controls: CopiedFrame["copy"]["controls"], words: string[] = []) => ({
  path,
  html,
  controls,
  words,
});

const FRAMES: CopiedFrame[] = [
  {
    frameId: 0,
    copy: copy(
      [],
      '<body class="zinguerie"><h1>Zinguerie du candidat</h1><iframe title="a" data-frame="0"></iframe><iframe style="display:none" data-frame="1"></iframe></body>',
      [
        { was: place("#was-1", "x-a"), is: place("#is-1", "x-a") },
        { was: place("#was-2"), is: place("#is-2") },
      ],
      ["zinguerie", "Zinguerie"],
    ),
  },
  { frameId: 7, copy: copy([0], '<input title="a &#34;b&#34;">', [{ was: place("input"), is: place("#n") }]) },
];
const READ: ReadFrame[] = [
  {
    frameId: 0,
    detected: true,
    kind: "candidature",
    portal: "place",
    controls: [
      { selector: "#was-1", shadow: "x-a", target: "siret", tier: "sure" },
      { selector: "#was-2", target: "commune", tier: "sure", leave: "otherParty" },
    ],
  },
  {
    frameId: 7,
    detected: false,
    kind: null,
    portal: null,
    controls: [{ selector: "input", target: "contactNom", tier: "sure", taught: "person" }],
  },
];

test("frames are in their places; a control's label says where it is, what was read and what the person said", () => {
  const page = savedPage(FRAMES, READ, "www.ville-essai.example");
  expect(page.html).toContain('<iframe id="cadre-0" srcdoc="&#60;input title=&#34;a &#38;#34;b&#38;#34;&#34;&#62;"></iframe>');
  expect(page.html).toContain('<iframe id="cadre-1" style="display:none"></iframe>');
  expect(JSON.parse(page.labels)).toMatchObject({
    slug: "www-ville-essai-example-candidature",
    expectDetected: true,
    controls: [
      { selector: "#is-1", shadow: "x-a", field: "siret", note: "read" },
      { selector: "#is-2", field: "none" },
      { selector: "#n", frame: "#cadre-0", field: "contactNom", note: "said by the person" },
    ],
  });
});

test("a word that the person takes out is gone everywhere, while tags and names of frames stay", () => {
  const page = savedPage(FRAMES, READ, "www.ville-essai.example", ["zinguerie", "Zinguerie"]);
  expect(page.html).toBe(savedPage(FRAMES, READ, "h").html.replaceAll(/zinguerie/gi, "xxxx"));
});

describe("the evaluation takes the file as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "pli-pret-saved-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  test("the page and its labels are found, and nothing else is unpacked", () => {
    const saved = file("page.zip", corpusZip(savedPage(FRAMES, READ, "a.example")));
    const unpacked = folderOf(saved);
    expect(labelledPages(unpacked)).toMatchObject([
      { slug: "a-example-candidature", labels: { controls: [{ field: "siret" }, {}, { frame: "#cadre-0" }] } },
    ]);
    rmSync(unpacked, { recursive: true });
    const more = folderOf(
      file("more.zip", zipSync({ "pages/a.html": strToU8("<p>"), "../out.html": strToU8("<p>"), "x.sh": strToU8("x") })),
    );
    expect(readdirSync(more)).toEqual(["pages"]);
    rmSync(more, { recursive: true });
  });

  test("a file of another kind is refused with what to give instead", () => {
    expect(() => folderOf(join(folder, "absent.zip"))).toThrow(/n'existe pas/);
    expect(() => folderOf(file("torn.zip", strToU8("PK torn")))).toThrow(/n'est pas un fichier \.zip/);
    expect(() => folderOf(file("other.zip", zipSync({ "notes.txt": strToU8("x") })))).toThrow(/aucune page/);
    expect(folderOf(folder)).toBe(folder);
  });
});

/** One situation, drawn: `?situation=READY&tab=pieces&theme=dark`; `&page=options` draws the options page of it. */
import { createRoot } from "react-dom/client";
import "@fontsource/source-sans-3/400.css";
import "@fontsource/source-sans-3/600.css";
import "../../components/tokens.css";
import "../../components/controls.css";
import { Options } from "../../components/Options.tsx";
import { Screen, type ScreenActions } from "../../components/Screen.tsx";
import { PORTALS } from "../../src/portals/index.ts";
import "../../entrypoints/popup/popup.css";
import "./gallery.css";
import * as situations from "./situations.ts";

const query = new URLSearchParams(location.search);
const { NOW, FOUND: _, ...all } = situations;
const situation = all[(query.get("situation") ?? "READY") as keyof typeof all];
const nothing = () => {};
const done = async () => {};
const handIn = async () => ({ kept: 1, asked: 0, failed: [] });
const actions: ScreenActions = {
  chooseCompany: nothing,
  forgetCompany: nothing,
  findCompanies: async () => situations.FOUND,
  retry: nothing,
  readPage: async () => ({ detected: false }),
  remember: async () => [],
  correct: async () => true,
  fill: async () => ({ filled: 7, left: 0, gone: false }),
  undo: async () => ({ restored: 7, gone: false }),
  attach: async () => ({ outcomes: [], leftOut: new Map() }),
  openPiece: async () => null,
  downloadPiece: async () => "notADocument",
  signIn: async () => "cancelled",
  signOut: nothing,
  openOptions: nothing,
  openCoffre: nothing,
  handIn,
  openDossier: nothing,
  openPanel: nothing,
};

const options = (
  <Options
    situation={situation}
    portals={PORTALS.map(({ id, label, hosts }) => ({ id, label, hosts: Object.keys(hosts) }))}
    onService={async () => situation.service}
    onChoose={nothing}
    onForget={nothing}
    onReminders={nothing}
    onCoffre={nothing}
    onFiles={handIn}
    onLanguage={nothing}
    onPortal={nothing}
    onExport={done}
    onEraseAll={done}
  />
);

document.documentElement.style.colorScheme = query.get("theme") ?? "light";
const root = document.getElementById("root");
const page = query.get("page") === "options" ? options : <Screen situation={situation} actions={actions} now={NOW} />;
if (root !== null) createRoot(root).render(page);

/** One situation, drawn: `?situation=READY&tab=pieces&theme=dark`. */
import { createRoot } from "react-dom/client";
import "../../components/tokens.css";
import "../../components/controls.css";
import { Screen, type ScreenActions } from "../../components/Screen.tsx";
import "../../entrypoints/popup/popup.css";
import * as situations from "./situations.ts";

const query = new URLSearchParams(location.search);
const { NOW, FOUND: _, ...all } = situations;
const situation = all[(query.get("situation") ?? "READY") as keyof typeof all];
const nothing = () => {};
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
  handIn: async () => ({ kept: 1, asked: 0, failed: [] }),
  openDossier: nothing,
  openPanel: nothing,
};

document.documentElement.style.colorScheme = query.get("theme") ?? "light";
const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Screen situation={situation} actions={actions} now={NOW} />);

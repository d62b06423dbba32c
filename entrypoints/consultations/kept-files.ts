/** The files of prepared dossiers, read from where they are kept. */
import "../../src/store/zod.ts";
import browser from "webextension-polyfill";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { coffreDoor } from "../../src/store/coffre-door.ts";
import { type MadeShelf, madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";

const session = cellsOf(storeOf(browser.storage.session));
const shelf = madeShelf(openShelf(session), coffreDoor(session));

export const fileOf: MadeShelf["get"] = (key) => shelf.get(key);

import browser from "webextension-polyfill";
import { bringer } from "../../src/maker/bring.ts";

export const bring = bringer(browser.storage.session);

/** In the popup, the panel and « Mes consultations »: asks what the page shows in its first turn, before the page's code is read. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { askedFirst } from "../../src/messages/first-question.ts";

export default defineUnlistedScript(() => void askedFirst());

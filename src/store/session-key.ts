/** Key of the cell that keeps an open coffre open until the browser closes; screens that unlock it write it. */
export const COFFRE_SESSION = "coffre-session";

/** A company's shared folder, on the vault's page. English. */
import type { FolderWords } from "./folder.fr.ts";
import { counted } from "./plural.ts";

const n = (count: number, one: string, other: string) => counted("en", count, one, other);

export const folderEn: FolderWords = {
  title: (company) => `Shared folder of ${company}`,
  intro:
    "A folder that you share already (server, Nextcloud, OneDrive…) can hold this company's encrypted file. At each update, what your colleagues added there is joined to what is here, then all of it is written there. Nothing goes there without your gesture. What is removed on one side comes back from the other.",
  none: "This browser does not let an extension write in a folder: export the company as an encrypted file, as above, and put it in the shared folder yourself.",
  choose: "Choose the folder",
  chooseOther: "Choose another folder",
  leave: "Stop using this folder",
  name: (folder, file) => `Folder “${folder}”, file ${file}`,
  lastWritten: (when) => `Written on ${when}.`,
  empty: "There is no file of this company in this folder yet.",
  blank:
    "This company's file is there, but empty: it may be on its way. If a colleague has already written it, wait until the synchronisation ends, then open this page again. Otherwise, write a first one.",
  asks: "Since it last started, the browser asks again for your agreement to this folder.",
  open: "Open it again",
  denied: "The browser was told no for this folder: choose it again.",
  gone: "This folder is not there any more: moved, renamed, removed, or on a disk that is not plugged in. Plug it in, or choose it again. Nothing is lost here.",
  held: "What is in this folder cannot be read for now: software that synchronises it holds it, or has not brought it to this machine yet. Open this page again afterwards. Nothing is lost here.",
  coming: (signs) =>
    `This company's file is not on this machine yet: all there is of it is ${signs.map((sign) => `“${sign}”`).join(", ")}. Ask the software that synchronises the folder to keep it on this device, wait until it is there, then open this page again. Nothing is lost here.`,
  copies: (names) =>
    `${n(names.length, "other file of this company", "other files of this company")} in this folder: ${names.join(", ")}. Two machines wrote at the same time, or a colleague put an export there. What is there will be joined too, and nothing there is changed.`,
  copyJoined: (name) => `“${name}” is joined: you may remove it from the folder.`,
  copyTaken: (name) => `“${name}” is joined here: leave it there until the file is written.`,
  copyUnread: (name, why) => `“${name}” was not joined${why === "" ? "" : `: ${why}`}`,
  update: "Update",
  passphrase: "Passphrase of the shared file",
  first: "Write the first file",
  firstIntro: "Choose the file's passphrase. Give it to your colleagues by another way than this folder.",
  working: "One moment: the file is read, joined, then written…",
  unread: "Nothing was written: what is there would be lost for your colleagues.",
  wrote: {
    written: "The folder's file is up to date.",
    changed: "A colleague has just written there: nothing was replaced. Try again, what they added will be joined.",
    missing: "The file is not in this folder any more: nothing was written. Wait until it comes back, or write a first file.",
    replaced:
      "The file was written, but software that synchronises the folder has already replaced or cut it. Try again: what is there will be joined.",
    held: "Other software holds this file, or has not brought it to this machine yet: it was not replaced. Wait until the synchronisation ends, then try again.",
    readOnly:
      "This folder can only be read, or its file is open elsewhere: what is here was not written there. Close the other windows that use it and try again. Otherwise, ask for the right to write there.",
    denied: "The browser was not allowed to write in this folder: what is here was not written there. Choose it again.",
    gone: "The folder is not there any more: moved, removed, or its disk is not plugged in. Nothing was written. Plug it in, or choose it again.",
    full: "There is no room left in this folder: the file before stayed as it was. Make some, then try again.",
    failed: "The file could not be written: the one before stayed as it was. Try again.",
  },
};

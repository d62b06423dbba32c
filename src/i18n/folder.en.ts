/** A company's shared folder, on the vault's page. English. */
import type { FolderWords } from "./folder.fr.ts";

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
  asks: "Since it last started, the browser asks again for your agreement to this folder.",
  open: "Open it again",
  denied: "The browser was told no for this folder: choose it again.",
  gone: "This folder is not there any more: moved, removed, or on a disk that is not plugged in. Nothing is lost here.",
  update: "Update",
  passphrase: "Passphrase of the shared file",
  first: "Write the first file",
  firstIntro: "Choose the file's passphrase. Give it to your colleagues by another way than this folder.",
  working: "One moment: the file is read, joined, then written…",
  unread: "Nothing was written: what is there would be lost for your colleagues.",
  wrote: {
    written: "The folder's file is up to date.",
    changed: "A colleague has just written there: nothing was replaced. Try again, what they added will be joined.",
    readOnly: "The folder can only be read: what is here was not written there.",
    denied: "The browser was not allowed to write in this folder: what is here was not written there. Choose it again.",
    gone: "The folder is not there any more: moved, removed, or its disk is not plugged in. Nothing was written.",
    full: "There is no room left in this folder: the file before stayed as it was.",
    failed: "The file could not be written: the one before stayed as it was. Try again.",
  },
};

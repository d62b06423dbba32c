/** Handing a file to the person: in a new tab, or among their downloads. */

export function showFile(file: Blob): void {
  window.open(URL.createObjectURL(file), "_blank", "noopener");
}

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
}

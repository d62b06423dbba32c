/** Shows a file in a new tab. */
export function showFile(file: Blob): void {
  window.open(URL.createObjectURL(file), "_blank", "noopener");
}

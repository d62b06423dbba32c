/** A page of real React: controlled inputs whose state is shown, so that a test sees the value that React holds. */
import { type ChangeEvent, useState } from "react";
import { createRoot } from "react-dom/client";

function Formulaire() {
  const [state, setState] = useState({ siret: "", pays: "", ess: "", pme: false, remarque: "" });
  const set = (name: keyof typeof state) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => {
    const { target } = event;
    const value = target instanceof HTMLInputElement && target.type === "checkbox" ? target.checked : target.value;
    setState((former) => ({ ...former, [name]: value }));
  };
  return (
    <form>
      <input id="siret" value={state.siret} onChange={set("siret")} />
      <select id="pays" value={state.pays} onChange={set("pays")}>
        <option value="">Choisir</option>
        <option value="be">Belgique</option>
        <option value="fr">France</option>
      </select>
      <label>
        <input type="radio" id="oui" name="ess" value="oui" checked={state.ess === "oui"} onChange={set("ess")} /> Oui
      </label>
      <label>
        <input type="radio" id="non" name="ess" value="non" checked={state.ess === "non"} onChange={set("ess")} /> Non
      </label>
      <input type="checkbox" id="pme" checked={state.pme} onChange={set("pme")} />
      <textarea id="remarque" value={state.remarque} onChange={set("remarque")} />
      <output id="etat">{JSON.stringify(state)}</output>
    </form>
  );
}

/** Draws the form in the page's body. */
export function draw(): void {
  const root = document.createElement("main");
  document.body.append(root);
  createRoot(root).render(<Formulaire />);
}

import { Plus } from "lucide-react";
import { CoffreDrop, type HandIn } from "./CoffreDrop.tsx";
import { Button } from "./controls.tsx";
import { useWords } from "./words.tsx";

interface AddFilesProps {
  readonly coffreLocked: boolean;
  readonly actions: { readonly handIn: HandIn | null; readonly openCoffre: () => void };
}

/** Takes files here, or on the coffre's page where this screen would close. Shows nothing while the coffre is closed. */
export function AddFiles({ coffreLocked, actions: { handIn, openCoffre } }: AddFilesProps) {
  const { m } = useWords();
  if (coffreLocked) return null;
  if (handIn !== null) return <CoffreDrop onFiles={handIn} onCoffre={openCoffre} />;
  return (
    <Button look="link" onPress={openCoffre}>
      <Plus size={14} />
      {m.coffre.add}
    </Button>
  );
}

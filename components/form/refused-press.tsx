import {
  ActionRefusedPress,
  type ActionRefusedPressProps,
} from "@/components/form/action-refused-press";
import { FormMessages } from "@/components/form/form-messages";

/**
 * In the place of a form that is no longer the reader's: why their press was refused, and what they had
 * typed. Without script only; with script the form itself is still there and says it.
 */
export function RefusedPress(props: ActionRefusedPressProps) {
  return (
    <FormMessages>
      <ActionRefusedPress {...props} />
    </FormMessages>
  );
}

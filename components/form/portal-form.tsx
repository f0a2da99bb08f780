import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { FormMessages } from "@/components/form/form-messages";

/**
 * A plain form around a server action. It posts without script; with script the error summary takes
 * the focus. The fields inside find their problem and what was typed by their name.
 */
export function PortalForm(props: ActionFormProps) {
  return (
    <FormMessages>
      <ActionForm {...props} />
    </FormMessages>
  );
}

import { ActionStepForm, type ActionStepFormProps } from "@/components/form/action-step-form";
import { FormMessages } from "@/components/form/form-messages";

/** The form of a section with the column beside it. Works without script, as PortalForm does. */
export function StepForm(props: ActionStepFormProps) {
  return (
    <FormMessages>
      <ActionStepForm {...props} />
    </FormMessages>
  );
}

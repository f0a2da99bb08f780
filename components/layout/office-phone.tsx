import { officePhone } from "@/lib/office";

/** The office's telephone number, to be called at a touch. */
export function OfficePhone() {
  return <a href={`tel:+${officePhone.replaceAll("-", "")}`}>{officePhone}</a>;
}

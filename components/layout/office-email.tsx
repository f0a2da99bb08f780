import { Fragment } from "react";
import { officeEmail } from "@/lib/office";

/** The office's mailbox; the long address may break behind its first word and its @. */
export function OfficeEmail() {
  return (
    <a href={`mailto:${officeEmail}`}>
      {officeEmail.split(/(?<=^[a-z]+-|@)/).map((part, i) => (
        <Fragment key={part}>
          {i > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </a>
  );
}

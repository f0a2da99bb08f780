"use client";

/** What a page's main form says of itself, so that what is typed in it can be kept and given back. */
export function MainFormFields({ hasKept }: { hasKept: boolean }) {
  return (
    <>
      <input type="hidden" name="pageForm" value="yes" />
      {hasKept ? <input type="hidden" name="kept" value="yes" /> : null}
    </>
  );
}

/** The id of a page's main form, by which the button of the other language finds it. */
export const pageFormId = "page-form";

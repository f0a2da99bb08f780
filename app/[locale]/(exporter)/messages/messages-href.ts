import type { Href } from "@/lib/i18n/navigation";
import type { ThreadMatterNamed } from "@/lib/messages/matter";

export const threadHref = (threadId: string) =>
  ({ pathname: "/messages/[threadId]", params: { threadId } }) as const satisfies Href;

/** The page of what a conversation is about. */
export function matterHref({ kind, id }: ThreadMatterNamed): Href {
  switch (kind) {
    case "application":
      return { pathname: "/applications/[applicationId]", params: { applicationId: id } };
    case "certificate":
      return { pathname: "/certificates/[certificateId]", params: { certificateId: id } };
    case "import":
      return { pathname: "/imports/[importId]", params: { importId: id } };
  }
}

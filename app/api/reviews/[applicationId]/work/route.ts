import { selfSaved } from "@/lib/auth/self-saved";
import { asOfficer } from "@/lib/auth/viewer";
import { canonicalJson } from "@/lib/canonical-json";
import { formatterFor } from "@/lib/i18n/formatter";
import { saveWork } from "@/lib/reviews/commands/save-work";
import { readWork } from "@/lib/reviews/read-checklist";
import { isUuid } from "@/lib/row-id";

interface Context {
  params: Promise<{ applicationId: string }>;
}

/** Where the workspace saves itself whenever a field was left, as "Save" would, but for a new note. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { applicationId } = await params;
  return selfSaved(request, {
    form: isUuid(applicationId) ? `/office/review/${applicationId}` : null,
    save: async (person, formData, locale) => {
      const { value } = readWork(formData, locale);
      const typed = new Map(formData);
      const saved = await saveWork(asOfficer(person), applicationId, {
        submissionVersion: Number(typed.get("submission")),
        version: Number(typed.get("version")),
        work: value,
        choices: {},
      });
      if (!saved.ok) return null;
      const { version, at, clash, work } = saved.value;
      const time = (of: Date) => formatterFor(locale).dateTime(of, { timeStyle: "short" });
      // What is stored and not on the page stays: the page goes on from what it saw, until a press shows all.
      const theirs = canonicalJson(work) !== canonicalJson(value);
      return {
        ok: true,
        at: time(at),
        fields: theirs ? {} : { version: String(version) },
        clash: clash && { by: clash.by, at: time(clash.at), fields: [], rows: [] },
        theirs,
      };
    },
  });
}

"use server";

import { redirect } from "next/navigation";
import { requestLocale } from "@/lib/auth/current";
import { signInAddress } from "@/lib/auth/sign-in";
import { signOutAddress } from "@/lib/auth/sign-out";

/** Leads to the credential provider. The form's `returnTo` names the page wanted afterwards. */
export async function signInWithCredential(formData: FormData): Promise<void> {
  redirect(await signInAddress(await requestLocale(), formData.get("returnTo")));
}

/** Signs the reader out, here and at the credential provider. */
export async function leave(): Promise<void> {
  redirect(await signOutAddress(await requestLocale()));
}

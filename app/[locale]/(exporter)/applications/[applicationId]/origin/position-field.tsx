"use client";

import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { positionName } from "./fill-positions";
import { fieldId } from "@/components/form/field-id";
import { TextField } from "@/components/form/text-field";
import { useTyped } from "@/components/form/typed-context";
import { showCoordinate } from "@/lib/forms/coordinates";
import { readPosition } from "@/lib/forms/position";

interface Props {
  row: number;
  words: { label: string; hint: string; read: string; not: string };
  /** The words of the button. */
  children: ReactNode;
}

/** A position typed whole, as a GPS or a map gives it, and how it is understood. */
export function PositionField({ row, words, children }: Props) {
  const locale = useLocale();
  const name = positionName(row);
  const typed = useTyped()[name] ?? "";
  const reading = readPosition(typed);
  const understood = reading.ok
    ? (["latitude", "longitude"] as const)
        .map((axis) => showCoordinate(reading[axis], axis, locale))
        .join(", ")
    : words.not;
  return (
    <>
      <div className="with-button">
        <TextField
          name={name}
          label={words.label}
          hint={words.hint}
          width="w-full"
          maxLength={80}
        />
        <button
          className="button button--secondary button--small"
          name="intent"
          value={`position:${row}`}
        >
          {children}
        </button>
      </div>
      {typed.trim() ? (
        <dl className="live">
          <div>
            <dt>{words.read}</dt>
            <dd>
              <output htmlFor={fieldId(name)}>{understood}</output>
            </dd>
          </div>
        </dl>
      ) : null}
    </>
  );
}

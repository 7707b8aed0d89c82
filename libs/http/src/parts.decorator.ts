import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

type Part = () => new () => object;

// Nested validation alone looks into a list as if it were flat, so it lets a list pass where an object is meant.

/** One object inside the body; a list is none. */
export const OnePart = (part: Part): PropertyDecorator => applyDecorators(IsObject(), ValidateNested(), Type(part));

/** A list of objects inside the body; a list inside it is none. */
export const EachPart = (part: Part): PropertyDecorator =>
  applyDecorators(IsObject({ each: true }), ValidateNested({ each: true }), Type(part));

import { Failure, failureText } from '../../messages/failure.ts';

/** Why nobody in a partition could be asked. @throws what is no {@link Failure} */
export function failed(error: unknown): string {
  if (error instanceof Failure) return failureText(error);
  throw error;
}

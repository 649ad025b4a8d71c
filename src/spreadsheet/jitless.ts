import * as z from "zod";

// Before any schema is made: a strict content security policy forbids code from strings, and zod would try.
z.config({ jitless: true });

"""A function that stands in for another never makes a build fail that would have succeeded."""

from __future__ import annotations

import sys
import threading
import types
import unittest
from typing import Any

from bengal_cache_companion.hooks import Hook, Original, StandIns


class Fault(Exception):
    pass


class StandInsTest(unittest.TestCase):
    def setUp(self) -> None:
        self.module: Any = types.ModuleType("toy_program")
        self.calls: list[str] = []

        def work(value: str) -> str:
            self.calls.append(value)
            if value == "bad":
                raise ValueError(value)
            return value.upper()

        self.module.work = work
        self.work = work
        sys.modules["toy_program"] = self.module
        self.addCleanup(sys.modules.pop, "toy_program")
        self.hook = Hook("toy_program:work", "to be stood in for")
        self.faults: list[str] = []
        self.stand_ins = StandIns(lambda where, error: self.faults.append(f"{where}: {error}"))

    def place(self, stand_in: Any) -> None:
        self.stand_ins.place(self.hook, stand_in)
        self.stand_ins.active = True

    def test_what_it_answers_is_the_answer(self) -> None:
        self.place(lambda original, value: f"[{original(value)}]")
        self.assertEqual(self.module.work("a"), "[A]")

    def test_a_fault_before_the_original_leads_to_the_original(self) -> None:
        def broken(original: Original, value: str) -> str:
            raise Fault("before")

        self.place(broken)
        self.assertEqual(self.module.work("a"), "A")
        self.assertEqual(self.calls, ["a"])
        self.assertEqual(self.faults, ["toy_program:work: before"])

    def test_a_fault_after_the_original_leaves_its_answer_and_calls_it_once(self) -> None:
        def broken(original: Original, value: str) -> str:
            original(value)
            raise Fault("after")

        self.place(broken)
        self.assertEqual(self.module.work("a"), "A")
        self.assertEqual(self.calls, ["a"])
        self.assertEqual(self.faults, ["toy_program:work: after"])

    def test_an_error_of_the_original_goes_through_and_is_no_fault(self) -> None:
        self.place(lambda original, value: original(value))
        with self.assertRaises(ValueError):
            self.module.work("bad")
        self.assertEqual(self.faults, [])

    def test_an_error_of_the_original_is_not_hidden_by_a_fault(self) -> None:
        def broken(original: Original, value: str) -> str:
            try:
                return original(value)
            except ValueError:
                raise Fault("while cleaning up") from None

        self.place(broken)
        with self.assertRaises(ValueError):
            self.module.work("bad")
        self.assertEqual(len(self.faults), 1)
        self.assertEqual(self.calls, ["bad"])

    def test_an_error_of_a_function_further_in_is_no_fault_further_out(self) -> None:
        def outer(value: str) -> str:
            return "not called"

        self.module.outer = outer
        self.place(lambda original, value: original(value))
        self.stand_ins.place(Hook("toy_program:outer", ""), lambda original, value: self.module.work(value))
        with self.assertRaises(ValueError):
            self.module.outer("bad")
        self.assertEqual(self.faults, [])
        self.assertEqual(self.calls, ["bad"])

    def test_a_probe_is_no_answer(self) -> None:
        def broken(original: Original, value: str) -> str:
            original.probe("probe")
            raise Fault("then")

        self.place(broken)
        self.assertEqual(self.module.work("a"), "A")
        self.assertEqual(self.calls, ["probe", "a"])

    def test_undoing_restores_the_very_function(self) -> None:
        self.place(lambda original, value: "ours")
        self.assertEqual(self.stand_ins.undo(), [])
        self.assertIs(self.module.work, self.work)
        self.assertEqual(self.stand_ins.undo(), [])

    def test_who_came_later_stays_and_reaches_the_original(self) -> None:
        self.place(lambda original, value: "ours")
        ours = self.module.work
        self.module.work = lambda value: f"later {ours(value)}"
        self.stand_ins.undo()
        self.assertEqual(self.module.work("a"), "later A")

    def test_what_is_not_there_is_not_placed(self) -> None:
        with self.assertRaises(KeyError):
            self.stand_ins.place(Hook("toy_program:none", ""), lambda original: None)
        with self.assertRaises(ModuleNotFoundError):
            self.stand_ins.place(Hook("no_such_program:none", ""), lambda original: None)

    def test_calls_of_many_threads_do_not_mix(self) -> None:
        self.place(lambda original, value: original(value) + value)
        answers: dict[int, str] = {}

        def call(number: int) -> None:
            for _ in range(200):
                answers[number] = self.module.work(f"t{number}")
                if answers[number] != f"T{number}t{number}":
                    return

        threads = [threading.Thread(target=call, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(answers, {number: f"T{number}t{number}" for number in range(8)})


if __name__ == "__main__":
    unittest.main()

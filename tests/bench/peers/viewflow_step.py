"""One step of a flow in viewflow on Django: `python -m tests.bench.peers.viewflow_step FILES`.

What its view does when an approver posts the form (`viewflow.workflow.flow.utils.wrap_view` and
`UpdateProcessView`), without the HTTP: load the user, lock, load task and process, check that the
task is the user's, save the process, close the task, open and assign the next; one durable commit
(`synchronous=FULL`). It has rights as ours has them, but no office time, no record of who held the
file when beyond the task's own times, and sends nothing. Prints JSON: steps a second.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import transaction


def configured(folder):
    settings.configure(
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": Path(folder) / "viewflow.db",
                "OPTIONS": {
                    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL",
                    "transaction_mode": "IMMEDIATE",
                },
            }
        },
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "viewflow",
            "viewflow.workflow",
            "tests.bench.peers",
        ],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", verbosity=0)


def press(flow_class, user_pk, process_pk, task_pk):
    from django.contrib.auth.models import User

    user = User.objects.get(pk=user_pk)
    node = flow_class.paraf
    with flow_class.lock(process_pk), transaction.atomic():
        task = flow_class.task_class.objects.get(pk=task_pk)
        if task.process.flow_class is not flow_class:
            raise LookupError(task_pk)
        activation = node.activation_class(task)
        if not node.can_execute(user, task=task):
            raise PermissionError(user)
        activation.start(None)
        activation.process.save()
        activation.execute()


def main(files):
    with tempfile.TemporaryDirectory() as folder:
        configured(folder)
        from django.contrib.auth.models import User

        from tests.bench.peers.viewflow_flow import ParafFlow

        kabid = User.objects.create_user("kabid")
        User.objects.create_user("kepala_dinas")
        with transaction.atomic():
            for _ in range(files):
                ParafFlow.start.run()
        waiting = list(
            ParafFlow.task_class.objects.filter(owner=kabid).values_list("process_id", "id")
        )
        began = time.perf_counter()
        for process_pk, task_pk in waiting:
            press(ParafFlow, kabid.pk, process_pk, task_pk)
        spent = time.perf_counter() - began
        opened = ParafFlow.task_class.objects.filter(owner__username="kepala_dinas").count()
        if not opened == len(waiting) == files:
            raise AssertionError(f"{opened} of {files} flows moved")
    print(json.dumps({"small": files / spent}))


if __name__ == "__main__":
    main(int(sys.argv[1]))

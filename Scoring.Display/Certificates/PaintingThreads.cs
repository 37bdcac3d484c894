using System.Collections.Concurrent;

namespace Scoring.Display.Certificates;

/// <summary>One thread a core for painting and checking certificates, behind everything else: a batch for the printer must not take the thread pool from the marks.</summary>
public sealed class PaintingThreads : TaskScheduler
{
    [ThreadStatic]
    private static bool isOneOfThem;

    private readonly BlockingCollection<Task> waiting = [];

    private PaintingThreads()
    {
        for (var i = 0; i < MaximumConcurrencyLevel; i++)
        {
            new Thread(Work) { IsBackground = true, Name = "painting", Priority = ThreadPriority.BelowNormal }.Start();
        }
    }

    public static PaintingThreads Shared { get; } = new();

    public override int MaximumConcurrencyLevel { get; } = Math.Max(2, Environment.ProcessorCount);

    public Task Run(Action paint, CancellationToken stop = default) => Task.Factory.StartNew(paint, stop, TaskCreationOptions.DenyChildAttach, this);

    public Task<T> Run<T>(Func<T> paint, CancellationToken stop = default) => Task.Factory.StartNew(paint, stop, TaskCreationOptions.DenyChildAttach, this);

    protected override void QueueTask(Task task) => waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => isOneOfThem && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => waiting.ToArray();

    private void Work()
    {
        isOneOfThem = true;
        foreach (var task in waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}

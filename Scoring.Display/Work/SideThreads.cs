using System.Collections.Concurrent;

namespace Scoring.Display.Work;

/// <summary>Threads of its own for each kind of long work, behind everything else: a batch for the printer, a list of 200,000 rows or an archive takes the thread pool neither from the
/// marks nor from one another.</summary>
public sealed class SideThreads : TaskScheduler
{
    [ThreadStatic]
    private static SideThreads? mine;

    private readonly BlockingCollection<Task> waiting = [];

    private SideThreads(string name, int threads)
    {
        MaximumConcurrencyLevel = threads;
        for (var i = 0; i < MaximumConcurrencyLevel; i++)
        {
            new Thread(Work) { IsBackground = true, Name = name, Priority = ThreadPriority.BelowNormal }.Start();
        }
    }

    /// <summary>Painting and checking certificates, one thread a core.</summary>
    public static SideThreads Painting { get; } = new("painting", Math.Max(2, Environment.ProcessorCount));

    /// <summary>Reading and checking lists.</summary>
    public static SideThreads Lists { get; } = new("lists", 2);

    /// <summary>Archives, and verifying a ledger: one at a time.</summary>
    public static SideThreads Archives { get; } = new("archives", 1);

    public override int MaximumConcurrencyLevel { get; }

    public Task Run(Action paint, CancellationToken stop = default) => Task.Factory.StartNew(paint, stop, TaskCreationOptions.DenyChildAttach, this);

    public Task<T> Run<T>(Func<T> paint, CancellationToken stop = default) => Task.Factory.StartNew(paint, stop, TaskCreationOptions.DenyChildAttach, this);

    protected override void QueueTask(Task task) => waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => mine == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => waiting.ToArray();

    private void Work()
    {
        mine = this;
        foreach (var task in waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}

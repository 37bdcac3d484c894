// The limit: a hub that does nothing but make a row durable, and send bytes to a group.
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Api.Storage;

namespace Scoring.Benchmarks;

/// <summary>Runs in a process of its own: <c>bare-server URL FILE</c>.</summary>
internal static class BareServer
{
    public const string Argument = "bare-server";

    public static async Task Run(string url, string file)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(new BareStore(file));
        var app = builder.Build();
        app.MapHub<BareHub>("/hub");
        app.MapGet("/health", () => "ok");
        await app.RunAsync();
    }
}

internal sealed class BareHub(BareStore store) : Hub
{
    private const string Everyone = "everyone";
    private static string message = "";

    public Task Join() => Groups.AddToGroupAsync(Context.ConnectionId, Everyone);

    public void Prepare(string text) => message = text;

    public Task<long> Commit(string payload) => store.Add(payload);

    public async Task<long> CommitAndSend(string payload)
    {
        var sequence = await store.Add(payload);
        await Clients.Group(Everyone).SendAsync("Message", sequence, message);
        return sequence;
    }

    public async Task Blast(int times)
    {
        for (var i = 1; i <= times; i++)
        {
            await Clients.Group(Everyone).SendAsync("Message", (long)i, message);
        }
    }
}

/// <summary>One writer, one commit for whatever waits, answers after the commit.</summary>
internal sealed class BareStore
{
    private readonly Channel<(string Payload, TaskCompletionSource<long> Done)> queue = Channel.CreateBounded<(string, TaskCompletionSource<long>)>(1024);

    public BareStore(string file) => _ = Task.Run(() => Write(file));

    public async Task<long> Add(string payload)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await queue.Writer.WriteAsync((payload, done));
        return await done.Task;
    }

    private async Task Write(string file)
    {
        using var connection = SqliteFile.Open(file);
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE TABLE rows (sequence INTEGER PRIMARY KEY, payload TEXT NOT NULL)";
        create.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (sequence, payload) VALUES (@sequence, @payload)";
        var sequence = 0L;
        while (await queue.Reader.WaitToReadAsync())
        {
            var answered = new List<(TaskCompletionSource<long> Done, long Sequence)>();
            using (var transaction = connection.BeginTransaction())
            {
                insert.Transaction = transaction;
                while (queue.Reader.TryRead(out var next))
                {
                    insert.Parameters.Clear();
                    insert.Parameters.AddRange([new SqliteParameter("@sequence", ++sequence), new SqliteParameter("@payload", next.Payload)]);
                    insert.ExecuteNonQuery();
                    answered.Add((next.Done, sequence));
                }

                transaction.Commit();
            }

            answered.ForEach(a => a.Done.SetResult(a.Sequence));
        }
    }
}

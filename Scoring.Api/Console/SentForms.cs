// A form sent twice does what it does once: by a double click, by a refresh of the answer, by a Wi-Fi that sent it again. One rule for
// every form of the console.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Scoring.Api.Console;

/// <summary>What became of a form: where it led and what was said.</summary>
/// <param name="To">Null: it was answered with a page shown only once.</param>
public sealed record SentAnswer(string? To, string? Notice);

/// <summary>Ids of forms that were carried out, with their answers; in memory, the oldest given up for new ones.
/// What a form appended is held to once by the ledger itself (<see cref="ConsolePage.EntryFor"/>).</summary>
public sealed class SentForms
{
    /// <summary>The field every form of the console carries, another each time the form is shown.</summary>
    public const string Field = "FormId";

    /// <summary>Said of a form that was carried out before and whose answer is not kept.</summary>
    public const string Before = "这张表刚才已经提交，没有再做一遍。";

    private const int Most = 4_096;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<SentAnswer?>> sent = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>Null: the form carries no id. The same form with something else in it is another form.</summary>
    /// <param name="by">Whoever is signed in.</param>
    public static async Task<string?> KeyOf(HttpRequest request, string by)
    {
        if (!request.HasFormContentType || request.Form[Field].FirstOrDefault() is not { Length: > 0 and <= 64 } id)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, values) in request.Form.Where(f => f.Key != "__RequestVerificationToken")
            .OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\u001f{string.Join('\u001e', values.ToArray())}\u001d"));
        }

        foreach (var file in request.Form.Files)
        {
            using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, request.HttpContext.RequestAborted));
        }

        return $"{by}\n{request.Path}{request.QueryString}\n{id}\n{Convert.ToHexString(hash.GetHashAndReset())}";
    }

    /// <summary>The first to ask carries the form out, and says so by <see cref="Done"/> or <see cref="Forget"/>.</summary>
    /// <param name="answer">For every other: the answer the first got, once it is there; null in it: it came to nothing, and may be tried
    /// again.</param>
    public bool IsFirst(string key, out Task<SentAnswer?> answer)
    {
        var mine = new TaskCompletionSource<SentAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = sent.GetOrAdd(key, mine);
        answer = first.Task;
        if (first != mine)
        {
            return false;
        }

        order.Enqueue(key);
        while (order.Count > Most && order.TryDequeue(out var oldest))
        {
            Forget(oldest);
        }

        return true;
    }

    public void Done(string key, SentAnswer answer)
    {
        if (sent.TryGetValue(key, out var waiting))
        {
            waiting.TrySetResult(answer);
        }
    }

    /// <summary>Refused, failed, or nothing that could not be done again: sent once more it is tried once more.</summary>
    public void Forget(string key)
    {
        if (sent.TryRemove(key, out var waiting))
        {
            waiting.TrySetResult(null);
        }
    }
}

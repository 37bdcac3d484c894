using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Scoring.Api.Console;

/// <summary>A header carries ASCII only: what else stands in an address (a contest's key of an earlier version, a name) goes out as its escaped bytes.</summary>
public sealed class PlainLocation(ILoggerFactory logs, IUrlHelperFactory urls) : LocalRedirectResultExecutor(logs, urls)
{
    public override Task ExecuteAsync(ActionContext context, LocalRedirectResult result)
    {
        result.Url = Of(result.Url);
        return base.ExecuteAsync(context, result);
    }

    public static string Of(string address)
    {
        var plain = new StringBuilder(address.Length);
        foreach (var rune in address.EnumerateRunes())
        {
            _ = rune.IsAscii && rune.Value > ' ' ? plain.Append(rune) : plain.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return plain.ToString();
    }
}
